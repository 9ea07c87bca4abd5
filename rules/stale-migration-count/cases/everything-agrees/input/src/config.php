<?php
class Config {
	const SCHEMA_VERSION = 12;
}
