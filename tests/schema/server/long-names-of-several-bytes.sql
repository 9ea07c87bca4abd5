CREATE TABLE größe_größe_größe_größe_größe (
  länge_länge_länge_länge_länge_länge int UNIQUE,
  xöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxö int
);
CREATE INDEX ON größe_größe_größe_größe_größe
  (länge_länge_länge_länge_länge_länge);
CREATE INDEX ON größe_größe_größe_größe_größe
  (xöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxöxö);
