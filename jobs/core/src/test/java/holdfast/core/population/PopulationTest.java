package holdfast.core.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String GOOD =
            "{\"format\":1,\"version\":3,\"effective_from_millis\":1000,\"currency\":\"EUR\","
                    + "\"customers\":10,\"customers_by_value_minor\":{\"0\":5,\"15\":3,\"960\":2}}";

    @Test
    void ranksACustomerAmongAll() {
        Population population = PopulationText.read("p", GOOD).value();

        assertThat(population.customers()).isEqualTo(10);
        assertThat(population.shareAbove(1_000_000)).isZero();
        assertThat(population.shareAbove(960)).isZero();
        assertThat(population.shareAbove(20)).isEqualTo(.2);
        assertThat(population.shareAbove(0)).isEqualTo(.5);
    }

    @Test
    void ranksNobodyWhileNobodyIsKnown() {
        Population none = Population.none();

        assertThat(none.isKnown()).isFalse();
        assertThat(none.version()).isZero();
        assertThat(none.shareAbove(0)).isNaN();
    }

    @Test
    void readsBackWhatItWrites() {
        LogBuckets.Builder values = LogBuckets.builder().add(0).add(Long.MAX_VALUE);
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            values.add((long) Math.exp(random.nextGaussian() * 5 + 8));
        }
        Population population = new Population(3, 1_700_000_000_000L, EUR, values.build());

        assertThat(PopulationText.read("p", PopulationText.write(population)).value())
                .isEqualTo(population);
        assertThat(PopulationText.write(PopulationText.read("p", GOOD).value())).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\":1|\"format\":2|\"format\" in population must be a whole number",
                "\"customers\":10|\"customers\":11|must be the sum",
                "\"960\":2|\"961\":2|must stand under the lower bound of a bucket",
                "\"960\":2|\"0960\":2|must stand under the lower bound of a bucket",
                "\"960\":2|\"-5\":2|must stand under the lower bound of a bucket",
                "\"960\":2|\"x\":2|must stand under the lower bound of a bucket",
                "\"960\":2|\"15\":2|duplicate key \"15\"",
                "\"960\":2|\"960\":-2|must be a whole number from 1",
                "\"960\":2|\"960\":2.5|must be a whole number from 1",
                "\"EUR\"|\"EURO\"|is not a known currency",
                "\"version\":3|\"verison\":3|did you mean \"version\"?",
                "effective_from_millis\":1000|effective_from_millis\":-1|must be a whole number",
            })
    void refusesFiguresThatAreNotWhole(String good, String bad, String cause) {
        assertThat(GOOD).contains(good);
        assertThat(PopulationText.read("p", GOOD.replace(good, bad)).report()).contains(cause);
    }
}
