/**
 * Reads records in any order, writes each table in total order as Parquet, Avro and CSV, and the
 * papers that go with a run's folder: rejects, manifest and checksums.
 */
package nl.wolkenkaart.table;
