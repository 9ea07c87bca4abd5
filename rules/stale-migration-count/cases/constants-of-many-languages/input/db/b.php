<?php
define('DB_SCHEMA_VERSION', 11);
