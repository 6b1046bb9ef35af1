-- How the mail hosts stand, by sector and in all.
-- Run in a run's folder: duckdb < pipelines/queries/hosting.sql
WITH listed AS (
  SELECT
    unnest(['all', sector]) AS sector,
    status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain') AS measured,
    CASE WHEN measured THEN hosting ELSE status END AS value
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
