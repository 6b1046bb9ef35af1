package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosoftTenantTest {
  @ParameterizedTest
  @CsvSource({
    "selector1-delft-example._domainkey.gemeentedelft.onmicrosoft.com, gemeentedelft",
    "selector2-a-example._domainkey.shared01.onmicrosoft.com, shared01",
    "selector1-a-example._domainkey.tenant-x.w-v1.dkim.mail.microsoft, tenant-x",
  })
  void namesTheTenantOfBothForms(String target, String tenant) {
    assertThat(MicrosoftTenant.of(target), is(Optional.of(tenant)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "_domainkey.tenant.onmicrosoft.com",
        "._domainkey.tenant.onmicrosoft.com",
        "selector1._domainkey.onmicrosoft.com",
        "selector1._domainkey..onmicrosoft.com",
        "selector1._domainkey.tenant.notonmicrosoft.com",
        "selector1._domainkey.tenant.onmicrosoft.com.evil.example",
        "selector1._domainkey.a.b.onmicrosoft.com",
        "selector1._domainkey.tenant.-v1.dkim.mail.microsoft",
        "selector1._domainkey.tenant.v1.dkim.mail.microsoft",
        "selector1._domainkey.tenant.a.b-v1.dkim.mail.microsoft",
        "selector1._domainkey.ten ant.onmicrosoft.com",
        "s1.domainkey.u1.wl.sendgrid.net",
      })
  void namesNoTenantOfAnythingElse(String target) {
    assertThat(MicrosoftTenant.of(target), is(Optional.empty()));
  }

  @Property
  void readsAnyText(@ForAll String text) {
    assertThat(MicrosoftTenant.of(text).filter(String::isEmpty).isPresent(), is(false));
  }
}
