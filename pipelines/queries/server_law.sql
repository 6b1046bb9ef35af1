-- Where the servers of the receiver stand against whose law reaches the receiver and the backend, by sector and in all.
-- Run in a run's folder: duckdb < pipelines/queries/server_law.sql
WITH listed AS (
  SELECT
    unnest(['all', sector]) AS sector,
    coalesce(server_country, 'unknown') AS server_country,
    CASE
      WHEN len(receiver_possible) > 0 THEN 'conflict'
      ELSE coalesce(receiver_jurisdiction, CASE receiver WHEN 'self' THEN 'self' ELSE 'unknown' END)
    END AS receiver_law,
    CASE
      WHEN status = 'conflict' THEN 'conflict'
      ELSE coalesce(backend_jurisdiction, CASE backend WHEN 'self' THEN 'self' ELSE 'unknown' END)
    END AS backend_law
  FROM 'tables/attributions.parquet'
  WHERE status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain')
), cells AS (
  SELECT sector, 'receiver' AS role, server_country, receiver_law AS jurisdiction FROM listed
  UNION ALL
  SELECT sector, 'backend' AS role, server_country, backend_law AS jurisdiction FROM listed
)
SELECT
  sector,
  role,
  server_country,
  jurisdiction,
  count(*) AS organisations,
  sum(count(*)) OVER (PARTITION BY sector, role)::BIGINT AS denominator,
  round(count(*) / sum(count(*)) OVER (PARTITION BY sector, role), 6) AS share
FROM cells
GROUP BY sector, role, server_country, jurisdiction
ORDER BY sector, role, server_country, jurisdiction;
