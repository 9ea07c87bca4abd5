from typing import Sequence, Union

revision: str = "b2"
down_revision: Union[str, Sequence[str], None] = "a1"  # the first
