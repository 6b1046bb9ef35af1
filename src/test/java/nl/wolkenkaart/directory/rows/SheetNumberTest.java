package nl.wolkenkaart.directory.rows;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetNumberTest {
  @ParameterizedTest
  @CsvSource({
    "27378527, 27378527",
    "2.7378527E7, 27378527",
    "100, 100",
    "1.50, 1.5",
    "-0.25, -0.25",
    "0.0, 0",
    "1E300, 1E300",
    "1E-300, 1E-300",
    "x, x",
    "1E2147483647, 1E2147483647"
  })
  void numbersHaveNoExponent(String number, String plain) {
    assertThat(SheetNumber.plain(number), equalTo(plain));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, 1899-12-31",
    "1, false, 1900-01-01",
    "59, false, 1900-02-28",
    "61, false, 1900-03-01",
    "46143, false, 2026-05-01",
    "46143.5, false, 2026-05-01T12:00:00",
    "44681, true, 2026-05-01",
    "0, true, 1904-01-01",
    "-1, false, -1",
    "2958466, false, 2958466",
    "NaN, false, NaN",
    "x, false, x"
  })
  void daysAreDates(String number, boolean from1904, String date) {
    assertThat(SheetNumber.date(number, from1904), equalTo(date));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01, 2026-05-01",
    "2026-05-01T00:00:00, 2026-05-01",
    "2026-05-01T00:00:00.000, 2026-05-01",
    "2026-05-01T00:00:01, 2026-05-01T00:00:01",
    "x, x"
  })
  void midnightIsNoTime(String given, String date) {
    assertThat(SheetNumber.withoutMidnight(given), equalTo(date));
  }
}
