package nl.wolkenkaart.table;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.SerializableFunction;

/**
 * A table of the dataset.
 *
 * @param name the name of its files, without an ending
 * @param type the generated class of its rows; its fields are the columns
 * @param primaryKey what a row is known by; rows are in the order of this text's UTF-8 bytes
 */
public record Table<T extends SpecificRecord>(
    String name, Class<T> type, SerializableFunction<T, String> primaryKey)
    implements Serializable {}
