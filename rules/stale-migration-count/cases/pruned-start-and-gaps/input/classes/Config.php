<?php
class Config {
	const SCHEMA_VERSION = 24;
	const MIN_SCHEMA_VERSION = 3;
}
