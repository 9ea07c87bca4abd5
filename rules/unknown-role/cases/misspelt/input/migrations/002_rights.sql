GRANT INSERT ON ants TO app_raed;
CREATE POLICY ants_all ON ants TO reporting USING (true);
GRANT SELECT ON ants TO reporting;
