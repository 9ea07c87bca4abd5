for f in $(ls -t migrations/*.sql); do psql -f $f; done
