-- Which services are configured: proven or likely; the range goes from those proven to those of which there is a hint.
-- Run in a run's folder: duckdb < pipelines/queries/service.sql
WITH listed AS (
  SELECT unnest(['all', sector]) AS sector, organisation_id
  FROM 'tables/attributions.parquet'
  WHERE status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain')
), denominators AS (
  SELECT sector, count(*) AS denominator FROM listed GROUP BY sector
)
SELECT
  sector,
  service AS value,
  count(*) FILTER (WHERE level <> 'hint') AS organisations,
  any_value(denominator) AS denominator,
  round(count(*) FILTER (WHERE level <> 'hint') / any_value(denominator), 6) AS share,
  round(count(*) FILTER (WHERE level = 'proven') / any_value(denominator), 6) AS share_low,
  round(count(*) / any_value(denominator), 6) AS share_high
FROM 'tables/services.parquet' JOIN listed USING (organisation_id) JOIN denominators USING (sector)
GROUP BY sector, service
ORDER BY sector, organisations DESC, value;
