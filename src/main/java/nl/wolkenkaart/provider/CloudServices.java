package nl.wolkenkaart.provider;

import com.google.common.base.Ascii;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.wolkenkaart.provider.CatalogueEntry.OfService;
import nl.wolkenkaart.provider.CatalogueEntry.OfSign;
import nl.wolkenkaart.provider.CatalogueEntry.Placed;
import nl.wolkenkaart.provider.CloudService.Level;
import nl.wolkenkaart.provider.CloudService.Sees;
import nl.wolkenkaart.provider.CloudService.Sign;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Puts the entries of services.yaml together and notes everything that does not fit. */
final class CloudServices {
  private final Map<String, Company> companies;
  private final Set<String> providers;
  private final List<String> faults;
  private final Map<String, CloudService> services = new TreeMap<>();

  private CloudServices(
      Map<String, Company> companies, Set<String> providers, List<String> faults) {
    this.companies = companies;
    this.providers = providers;
    this.faults = faults;
  }

  /**
   * The services, sorted by identifier.
   *
   * @param providers identifiers of all providers
   * @param faults where faults are added
   */
  static List<CloudService> of(
      List<Placed<OfService>> entries,
      Map<String, Company> companies,
      Set<String> providers,
      List<String> faults) {
    CloudServices builder = new CloudServices(companies, providers, faults);
    entries.forEach(builder::service);
    return List.copyOf(builder.services.values());
  }

  private void service(Placed<OfService> placed) {
    OfService s = placed.entry();
    String place = placed.file() + ": " + s.id();
    note(place, CatalogueCheck.id(s.id()));
    note(place, CatalogueCheck.text("name", s.name()));
    note(place, CatalogueCheck.text("source", s.source()));
    note(place, CatalogueCheck.seen(s.seen()));
    Company company = companies.get(String.valueOf(s.company()));
    if (company == null) {
      note(place, "unknown company " + s.company());
      company = Company.nobody(String.valueOf(s.company()));
    }
    List<Sign> signs = new ArrayList<>();
    for (OfSign sign : list(s.signs())) {
      sign(place, sign).ifPresent(signs::add);
    }
    if (signs.isEmpty()) {
      note(place, "signs: without any, nothing ever shows this service");
    }
    CloudService service =
        new CloudService(
            String.valueOf(s.id()), s.name(), company, List.copyOf(signs), s.source(), s.seen());
    if (services.putIfAbsent(service.id(), service) != null) {
      note(place, "this service is there twice");
    }
  }

  private Optional<Sign> sign(String place, OfSign s) {
    EnumSet<Sees> kinds = kinds(s);
    if (kinds.size() != 1) {
      note(place, "signs: each must look at one thing, not at " + words(kinds));
      return Optional.empty();
    }
    Sees sees = kinds.iterator().next();
    Optional<Level> level = Level.of(String.valueOf(s.level()));
    if (sees == Sees.BACKEND ? s.level() != null : level.isEmpty()) {
      note(place, "signs: level: " + s.level() + (sees == Sees.BACKEND ? " beside backend" : ""));
    }
    SuffixTable<String> suffixes = new SuffixTable<>();
    for (String suffix : list(s.suffixes())) {
      note(place, CatalogueCheck.suffix("signs", suffix));
      suffixes.put(suffix, suffix);
    }
    Set<String> named = new HashSet<>();
    for (List<String> ids :
        List.of(list(s.spf()), list(s.mx()), list(s.backend()), list(s.dns()), list(s.web()))) {
      named.addAll(ids);
    }
    named.stream()
        .filter(id -> !providers.contains(id))
        .sorted()
        .forEach(id -> note(place, "signs: unknown provider " + id));
    Set<Long> networks = new HashSet<>(list(s.mailNetworks()));
    networks.addAll(list(s.webNetworks()));
    List<String> questions = new ArrayList<>(list(s.questions()));
    questions.addAll(list(s.tenantQuestions()));
    Sign sign =
        new Sign(
            sees,
            level.orElse(null),
            List.copyOf(questions),
            suffixes,
            list(s.tokens()),
            Set.copyOf(named),
            Set.copyOf(networks),
            s.example());
    checkExample(place, sign);
    return Optional.of(sign);
  }

  private static EnumSet<Sees> kinds(OfSign s) {
    EnumSet<Sees> kinds = EnumSet.noneOf(Sees.class);
    addIf(kinds, Sees.RECORD, s.questions() != null || s.suffixes() != null);
    addIf(kinds, Sees.TOKENS, s.tokens() != null);
    addIf(kinds, Sees.SPF, s.spf() != null);
    addIf(kinds, Sees.MX, s.mx() != null);
    addIf(kinds, Sees.BACKEND, s.backend() != null);
    addIf(kinds, Sees.DNS, s.dns() != null);
    addIf(kinds, Sees.WEB, s.web() != null);
    addIf(kinds, Sees.MAIL_NETWORKS, s.mailNetworks() != null);
    addIf(kinds, Sees.WEB_NETWORKS, s.webNetworks() != null);
    addIf(kinds, Sees.TENANT, Boolean.TRUE.equals(s.tenant()));
    addIf(kinds, Sees.TENANT_QUESTIONS, s.tenantQuestions() != null);
    return kinds;
  }

  private static void addIf(EnumSet<Sees> kinds, Sees kind, boolean there) {
    if (there) {
      kinds.add(kind);
    }
  }

  private static String words(EnumSet<Sees> kinds) {
    return kinds.isEmpty() ? "nothing" : Ascii.toLowerCase(kinds.toString());
  }

  private void checkExample(String place, Sign sign) {
    if (sign.sees() != Sees.RECORD && sign.sees() != Sees.TOKENS) {
      return;
    }
    if (sign.example() == null) {
      note(place, "signs: missing example");
    } else if (!(sign.sees() == Sees.TOKENS
        ? sign.matchesText(sign.example())
        : !sign.questions().isEmpty() && sign.matchesName(sign.example()))) {
      note(place, "signs: example: " + sign.example() + " is not recognised");
    }
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(v -> v != null).toList();
  }

  private void note(String place, @Nullable String fault) {
    if (fault != null) {
      faults.add(place + ": " + fault);
    }
  }
}
