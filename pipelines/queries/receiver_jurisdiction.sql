-- Under whose law the receivers of mail stand, by sector and in all.
-- Run in a run's folder: duckdb < pipelines/queries/receiver_jurisdiction.sql
WITH listed AS (
  SELECT
    unnest(['all', sector]) AS sector,
    status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain') AS measured,
    CASE
      WHEN NOT measured THEN status
      WHEN len(receiver_possible) > 0 THEN 'conflict'
      ELSE coalesce(receiver_jurisdiction, CASE receiver WHEN 'self' THEN 'self' ELSE 'unknown' END)
    END AS value
  FROM 'tables/attributions.parquet'
), denominators AS (
  SELECT sector, count(*) FILTER (WHERE measured) AS denominator FROM listed GROUP BY sector
)
SELECT
  sector,
  value,
  count(*) AS organisations,
  any_value(denominator) AS denominator,
  CASE WHEN bool_and(measured) THEN round(count(*) / any_value(denominator), 6) END AS share
FROM listed JOIN denominators USING (sector)
GROUP BY sector, value
ORDER BY sector, organisations DESC, value;
