package nl.wolkenkaart.directory.sources;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one row of a register says of an organisation, before anything is made of it. Texts are as
 * they stand in the register, without outer white space.
 *
 * @param format name of the register's format
 * @param line line on which the row begins, counted from 1
 * @param scope what the row is about
 * @param identifiers by scheme (see {@code Identifier} in directory.avdl), the register's own first
 * @param name empty for {@link Scope#DOMAIN}
 * @param abbreviation null where the register gives none
 * @param types types of organisation in the register's words
 * @param sector sector that the row itself gives, null where types tell it
 * @param begin first day, null where the register gives none
 * @param end day from which it is no more, null where the register gives none
 * @param parent identifier of the organisation that it is a part of, {@code scheme:value}, or null
 * @param domain the domain that is to be taken whatever else there is, or null
 * @param population number of inhabitants as text, or null
 */
public record Entry(
    String format,
    long line,
    Scope scope,
    ImmutableMap<String, String> identifiers,
    String name,
    @Nullable String abbreviation,
    ImmutableList<String> types,
    @Nullable String sector,
    @Nullable LocalDate begin,
    @Nullable LocalDate end,
    @Nullable String region,
    @Nullable String country,
    ImmutableList<Contact> contacts,
    @Nullable String parent,
    @Nullable String domain,
    @Nullable String population) {

  /** What a row is about. */
  public enum Scope {
    /** An organisation: two rows are two organisations. */
    ORGANISATION,
    /** A site or domain of the organisation that it names: rows with the same name are one. */
    SITE,
    /** A domain, of an organisation that it does not name. */
    DOMAIN
  }

  /** An entry that is filled in. */
  public static Builder at(String format, long line) {
    return new Builder(format, line);
  }

  /** Fills in an entry; blank text counts as none. */
  public static final class Builder {
    private final String format;
    private final long line;
    private final Map<String, String> identifiers = new LinkedHashMap<>();
    private final List<String> types = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private Scope scope = Scope.ORGANISATION;
    private String name = "";
    private @Nullable String abbreviation;
    private @Nullable String sector;
    private @Nullable LocalDate begin;
    private @Nullable LocalDate end;
    private @Nullable String region;
    private @Nullable String country;
    private @Nullable String parent;
    private @Nullable String domain;
    private @Nullable String population;

    private Builder(String format, long line) {
      this.format = format;
      this.line = line;
    }

    /** The line at which the entry begins. */
    public long line() {
      return line;
    }

    /** The name so far. */
    public String name() {
      return name;
    }

    /** An identifier that was filled in, null when there is none of the scheme. */
    public @Nullable String identifier(String scheme) {
      return identifiers.get(scheme);
    }

    /** How many addresses were filled in. */
    public int contacts() {
      return contacts.size();
    }

    @CanIgnoreReturnValue
    public Builder scope(Scope is) {
      scope = is;
      return this;
    }

    /** The first value of a scheme stays. */
    @CanIgnoreReturnValue
    public Builder identifier(String scheme, @Nullable String value) {
      if (isText(value)) {
        identifiers.putIfAbsent(scheme, value.strip());
      }
      return this;
    }

    @CanIgnoreReturnValue
    public Builder name(@Nullable String text) {
      name = isText(text) ? text.strip() : name;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder abbreviation(@Nullable String text) {
      abbreviation = isText(text) ? text.strip() : abbreviation;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder type(@Nullable String text) {
      if (isText(text)) {
        types.add(text.strip());
      }
      return this;
    }

    @CanIgnoreReturnValue
    public Builder sector(@Nullable String text) {
      sector = isText(text) ? text.strip() : sector;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder begin(@Nullable LocalDate day) {
      begin = day;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder end(@Nullable LocalDate day) {
      end = day;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder region(@Nullable String text) {
      region = isText(text) ? text.strip() : region;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder country(@Nullable String text) {
      country = isText(text) ? text.strip() : country;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder parent(@Nullable String identifier) {
      parent = isText(identifier) ? identifier.strip() : parent;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder domain(@Nullable String text) {
      domain = isText(text) ? text.strip() : domain;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder population(@Nullable String text) {
      population = isText(text) ? text.strip() : population;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder contact(Contact.Kind kind, @Nullable String purpose, @Nullable String value) {
      return contact(kind, purpose, value, null);
    }

    @CanIgnoreReturnValue
    public Builder contact(
        Contact.Kind kind,
        @Nullable String purpose,
        @Nullable String value,
        @Nullable LocalDate until) {
      if (isText(value)) {
        String label = isText(purpose) ? purpose.strip() : null;
        contacts.add(new Contact(kind, label, value.strip(), until));
      }
      return this;
    }

    private static boolean isText(@Nullable String text) {
      return text != null && !text.isBlank();
    }

    /** The entry. */
    public Entry build() {
      return new Entry(
          format,
          line,
          scope,
          ImmutableMap.copyOf(identifiers),
          name,
          abbreviation,
          ImmutableList.copyOf(types),
          sector,
          begin,
          end,
          region,
          country,
          ImmutableList.copyOf(contacts),
          parent,
          domain,
          population);
    }
  }
}
