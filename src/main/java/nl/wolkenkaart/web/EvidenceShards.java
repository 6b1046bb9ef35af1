package nl.wolkenkaart.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multiset;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Company;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Network;
import nl.wolkenkaart.provider.PossibleOperator;
import nl.wolkenkaart.provider.Posture;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Writes what is known of each organisation, {@value #PER_FILE} to a file, in the order of the
 * table. A page from {@code file://} may load scripts and nothing else, so each file is a script
 * that hands one packed text to the page; {@code evidence.js} reads it.
 */
final class EvidenceShards implements Closeable {
  /** Organisations in a file: one is unpacked whole when one of them is looked at. */
  static final int PER_FILE = 100;

  /** The folder beside the page. */
  static final String FOLDER = "evidence";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final RowsBeside<Service> services;
  private final @Nullable RowsBeside<Exposure> exposures;
  private final Catalogue catalogue;
  private final CaseShard cases;
  private final ListMultimap<String, String> tenants = ArrayListMultimap.create();
  private final Multiset<String> sharing = HashMultiset.create();
  private final List<Object> shard = new ArrayList<>();
  private int written;
  private long servicesWritten;
  private long exposuresWritten;

  /**
   * Starts with no organisation.
   *
   * @param folder where the files go
   * @param services in the order of the organisations
   * @param exposures likewise; null where the tables lack them
   * @param catalogue for the names of companies, and what the case sheets have from it
   */
  EvidenceShards(
      Path folder,
      Iterable<Service> services,
      @Nullable Iterable<Exposure> exposures,
      Iterable<Tenant> tenants,
      Catalogue catalogue)
      throws IOException {
    this.folder = folder;
    this.catalogue = catalogue;
    this.cases = new CaseShard(catalogue);
    this.services = new RowsBeside<>("services", services.iterator(), Service::getOrganisationId);
    this.exposures =
        exposures == null
            ? null
            : new RowsBeside<>("exposures", exposures.iterator(), Exposure::getOrganisationId);
    for (Tenant row : tenants) {
      this.tenants.put(row.getOrganisationId(), row.getTenant());
      sharing.add(row.getTenant());
    }
    Files.createDirectories(folder);
  }

  /** The tenants with how many organisations each has. */
  Multiset<String> sharing() {
    return sharing;
  }

  /** Adds the next organisation. */
  void add(Attribution row) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", row.getOrganisationId());
    all.put("rule", row.getRule());
    all.put("receiverLaw", row.getReceiverJurisdiction());
    all.put("backendLaw", row.getBackendJurisdiction());
    all.put("gateway", row.getReceiverIsGateway());
    all.put("country", row.getServerCountry());
    all.put("hosting", row.getHosting());
    all.put("hybrid", row.getHybridPossible());
    all.put("dns", row.getDnsProvider());
    all.put("web", row.getWebProvider());
    all.put("senders", row.getSenders());
    all.put("networks", row.getReceiverNetworks().stream().map(EvidenceShards::network).toList());
    all.put("receiverPossible", operators(row.getReceiverPossible()));
    all.put("backendPossible", operators(row.getBackendPossible()));
    all.put("evidence", row.getEvidence().stream().map(EvidenceShards::line).toList());
    all.put("posture", posture(row.getPosture()));
    List<Service> found = services.of(row.getOrganisationId());
    all.put("services", found.stream().map(EvidenceShards::service).toList());
    servicesWritten += found.size();
    if (exposures != null) {
      List<Exposure> exposed = exposures.of(row.getOrganisationId());
      ExposureCheck.check(row, exposed);
      List<List<Object>> lines = exposed.stream().map(this::exposure).toList();
      all.put("exposures", lines);
      exposuresWritten += lines.size();
      cases.see(exposed, found);
    }
    all.put(
        "tenants",
        tenants.get(row.getOrganisationId()).stream()
            .map(tenant -> List.of(tenant, sharing.count(tenant)))
            .toList());
    shard.add(all);
    if (shard.size() == PER_FILE) {
      flush();
    }
  }

  private static String network(Network network) {
    return ("AS" + network.getAsn() + ' ' + network.getName()).strip();
  }

  private static List<String> operators(List<PossibleOperator> possible) {
    return possible.stream().map(PossibleOperator::getOperator).toList();
  }

  private static List<Object> line(Evidence line) {
    return Arrays.asList(
        line.getSignal(),
        line.getSeen(),
        line.getProvider(),
        line.getRole(),
        line.getPoints(),
        line.getRule());
  }

  private static Map<String, Object> posture(Posture posture) {
    if (posture == null) {
      return null;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("spf", posture.getSpf());
    all.put("spfLookups", posture.getSpfLookups());
    all.put("spfAll", posture.getSpfAll());
    all.put("dmarc", posture.getDmarc());
    all.put("dmarcReports", posture.getDmarcReportProcessors());
    all.put("mtaSts", posture.getMtaSts());
    all.put("tlsRpt", posture.getTlsRpt());
    all.put("dane", posture.getDane());
    all.put("dnssec", posture.getDnssec());
    return all;
  }

  private static List<Object> service(Service row) {
    return Arrays.asList(
        row.getService(),
        row.getLevel(),
        row.getEvidence(),
        row.getCompany(),
        row.getJurisdiction());
  }

  /** A row with the names of the company and, where it is another, of its ultimate parent. */
  private List<Object> exposure(Exposure row) {
    return Arrays.asList(
        row.getRole(),
        row.getOperator(),
        row.getJurisdiction(),
        row.getEvidence(),
        row.getCompany(),
        row.getConfidence(),
        name(row.getCompany()),
        Objects.equals(row.getCompany(), row.getParent()) ? null : name(row.getParent()));
  }

  private @Nullable String name(@Nullable String company) {
    return company == null ? null : catalogue.company(company).map(Company::name).orElse(company);
  }

  private void flush() throws IOException {
    String text;
    try {
      text = JSON.writeValueAsString(shard);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("There are only maps, lists, texts and numbers", e);
    }
    EvidenceScript.write(folder, written, text);
    shard.clear();
    written++;
  }

  /**
   * Holds what was written against the tables, when all organisations were added.
   *
   * @throws ReportException if a row of services or exposures is in no file
   */
  void check() {
    services.check(servicesWritten);
    if (exposures != null) {
      exposures.check(exposuresWritten);
    }
  }

  /** Writes what the case sheets share, where there can be any. */
  void writeCases(RunDescription run) throws IOException {
    if (exposures != null) {
      cases.write(folder, run);
    }
  }

  /** Writes the organisations of the last file. */
  @Override
  public void close() throws IOException {
    if (!shard.isEmpty()) {
      flush();
    }
  }
}
