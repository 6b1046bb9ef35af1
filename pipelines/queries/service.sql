-- Which services are configured: proven or likely; the range goes from those proven to those of which there is a hint.
-- Run in a run's folder: duckdb < pipelines/queries/service.sql
WITH listed AS (
  SELECT unnest(['all', sector]) AS sector, organisation_id, stands_for_domain, population
  FROM 'tables/attributions.parquet'
  WHERE status NOT IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain')
), counted AS (
  SELECT *, CASE sector WHEN 'all' THEN stands_for_domain = 'list' ELSE stands_for_domain IS NOT NULL END AS stands FROM listed
), denominators AS (
  SELECT
    sector,
    count(*) AS denominator,
    count(*) FILTER (WHERE stands) AS domains_denominator,
    sum(population)::BIGINT AS population_denominator
  FROM counted
  GROUP BY sector
), added AS (
  SELECT
    sector,
    service AS value,
    count(*) FILTER (WHERE level <> 'hint') AS organisations,
    any_value(denominator) AS denominator,
    count(*) FILTER (WHERE level = 'proven') AS low,
    count(*) AS high,
    count(*) FILTER (WHERE stands AND level <> 'hint') AS domains,
    any_value(domains_denominator) AS domains_denominator,
    any_value(population_denominator) AS population_denominator,
    sum(population) FILTER (WHERE level <> 'hint') AS people
  FROM 'tables/services.parquet' JOIN counted USING (organisation_id) JOIN denominators USING (sector)
  GROUP BY sector, service
)
SELECT
  sector,
  value,
  organisations,
  denominator,
  round(organisations / denominator, 6) AS share,
  round(low / denominator, 6) AS share_low,
  round(high / denominator, 6) AS share_high,
  domains,
  domains_denominator,
  round(domains / nullif(domains_denominator, 0), 6) AS domains_share,
  CASE WHEN organisations = 0 AND population_denominator IS NOT NULL THEN 0 ELSE people END::BIGINT AS population,
  population_denominator,
  round(population / nullif(population_denominator, 0), 6) AS population_share
FROM added
ORDER BY sector, organisations DESC, value;
