package holdfast.simulator;

import static holdfast.simulator.RecordTape.DAY_MILLIS;
import static holdfast.simulator.RecordTape.START_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.activity.SourceKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
    private static final int CUSTOMERS = 400;
    private static final int DAYS = 90;
    private static final long SKEW_MILLIS = 60_000;

    private static final SimulationSettings SETTINGS = RecordTape.settings(7, CUSTOMERS);
    private static final RecordTape TAPE = RecordTape.of(SETTINGS, DAYS);

    private final Simulation simulation = new Simulation(SETTINGS);

    @Test
    void saysTheSameForTheSameSeed() {
        assertThat(RecordTape.of(SETTINGS, DAYS).lines()).isEqualTo(TAPE.lines());
    }

    @Test
    void saysSomethingElseForAnotherSeed() {
        RecordTape other = RecordTape.of(RecordTape.settings(8, CUSTOMERS), DAYS);

        assertThat(other.lines()).isNotEqualTo(TAPE.lines());
    }

    @Test
    void leavesTheOthersAloneWhenCustomersAreAdded() {
        RecordTape crowded = RecordTape.of(RecordTape.settings(7, CUSTOMERS + 300), DAYS);

        assertThat(crowded.that(SimulationTest::isOfAnEarlyResident).stream().map(RecordTape::line))
                .isEqualTo(
                        TAPE.that(SimulationTest::isOfAnEarlyResident).stream()
                                .map(RecordTape::line)
                                .toList());
    }

    @Test
    void handsOutRecordsInOrderOfArrival() {
        assertThat(TAPE.records())
                .isSortedAccordingTo(
                        Comparator.comparingLong(SimulatedRecord::kafkaTimestampMillis));
    }

    @Test
    void handsOutNothingFromBeyondTheInstantAskedFor() {
        long endMillis = START_MILLIS + DAYS * DAY_MILLIS;

        assertThat(TAPE.records()).allMatch(told -> told.kafkaTimestampMillis() <= endMillis);
    }

    @Test
    void letsNobodyActWhileGone() {
        assertThat(TAPE.that(told -> told.expected().counts()))
                .isNotEmpty()
                .allMatch(told -> truthOf(told).isThere(told.eventTimeMillis()));
    }

    @Test
    void bringsSomeOfTheDepartedBack() {
        long endMillis = START_MILLIS + DAYS * DAY_MILLIS;
        Set<String> returned = new HashSet<>();
        for (SimulatedRecord told : TAPE.that(told -> told.expected().counts())) {
            if (told.eventTimeMillis() >= truthOf(told).returnedMillis()) {
                returned.add(truthOf(told).customerId());
            }
        }
        List<Customer> due =
                residents()
                        .filter(customer -> customer.returnedMillis() < endMillis - DAY_MILLIS)
                        .toList();

        assertThat(due).hasSizeGreaterThan(CUSTOMERS / 100);
        assertThat(returned).containsAll(due.stream().map(Customer::customerId).toList());
    }

    @Test
    void losesRegularCustomersWithinTheFirstWeeks() {
        long byMillis = START_MILLIS + 30 * DAY_MILLIS;

        assertThat(residents())
                .filteredOn(gone -> gone.leftMillis() < byMillis && gone.visitsPerDay() > .15)
                .hasSizeGreaterThan(CUSTOMERS / 50);
    }

    @Test
    void admitsNewcomersOverTime() {
        List<String> newcomers =
                TAPE.that(told -> told.expected().counts()).stream()
                        .map(told -> truthOf(told).customerId())
                        .filter(id -> id.startsWith("n-"))
                        .distinct()
                        .toList();

        assertThat((double) newcomers.size()).isCloseTo(CUSTOMERS * .0035 * DAYS, within(5.0));
    }

    @Test
    void losesNoGoodEventToFaults() {
        // As seen a few days later, when the very late ones have arrived too.
        long endMillis = START_MILLIS + (DAYS - 3) * DAY_MILLIS;
        RecordTape clean = RecordTape.of(SETTINGS.withFaults(FaultRates.none()), DAYS);

        assertThat(clean.records()).allMatch(told -> told.expected() == Expected.GOOD);
        assertThat(activities(TAPE, endMillis)).isEqualTo(activities(clean, endMillis));
    }

    @Test
    void keepsToTheRatesOfFaults() {
        FaultRates rates = SETTINGS.faults();

        assertThat(share(Expected.DUPLICATE)).isCloseTo(rates.duplicate(), within(.01));
        assertThat(share(Expected.LATE)).isCloseTo(rates.late() + rates.veryLate(), within(.01));
        assertThat(share(Expected.ANONYMOUS)).isCloseTo(rates.anonymous(), within(.01));
        assertThat(share(Expected.BROKEN)).isCloseTo(rates.broken(), within(.005));
        assertThat(share(Expected.EMPTY)).isCloseTo(rates.empty(), within(.005));
        assertThat(share(Expected.FUTURE)).isCloseTo(rates.future(), within(.005));
        assertThat(share(Expected.SECONDS)).isCloseTo(rates.seconds(), within(.005));
        assertThat(share(Expected.OTHER_CURRENCY)).isCloseTo(rates.otherCurrency(), within(.005));
    }

    @Test
    void datesOnlyFutureRecordsAfterTheirArrival() {
        assertThat(TAPE.records())
                .allMatch(
                        told ->
                                told.expected() == Expected.FUTURE
                                        ? aheadMillis(told) > DAY_MILLIS
                                        : aheadMillis(told) < 0);
    }

    @Test
    void bringsGoodRecordsWithinSecondsAndLateOnesAfterMore() {
        assertThat(TAPE.that(told -> told.expected() == Expected.GOOD))
                .allMatch(told -> -aheadMillis(told) < 2000);
        assertThat(TAPE.that(told -> told.expected() == Expected.LATE))
                .allMatch(told -> -aheadMillis(told) >= 10_000)
                .anyMatch(told -> -aheadMillis(told) < SKEW_MILLIS)
                .anyMatch(told -> -aheadMillis(told) > DAY_MILLIS);
    }

    @Test
    void repeatsTheBytesOfADuplicateAfterTheOriginal() {
        Set<String> seen = new HashSet<>();
        for (SimulatedRecord told : TAPE.records()) {
            if (told.expected() == Expected.DUPLICATE) {
                assertThat(seen).contains(RecordTape.text(told));
            }
            seen.add(RecordTape.text(told));
        }
    }

    @Test
    void givesEveryEventAMessageIdOfItsOwn() {
        List<String> texts =
                TAPE.that(told -> told.expected().counts()).stream().map(RecordTape::text).toList();

        assertThat(texts.stream().map(SimulationTest::messageId)).doesNotHaveDuplicates();
    }

    @Test
    void keysAllButAnonymousRecordsByTheCustomer() {
        assertThat(TAPE.records())
                .allMatch(told -> (told.key() == null) == (told.expected() == Expected.ANONYMOUS));
        assertThat(TAPE.that(told -> told.expected() == Expected.ANONYMOUS))
                .noneMatch(told -> RecordTape.text(told).contains("userId"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SourceKind.class,
            names = {"CLICKSTREAM", "TRANSACTION", "SERVICE", "PROFILE"})
    void feedsEverySource(SourceKind source) {
        assertThat(TAPE.that(told -> told.source() == source && told.expected().counts()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Expected.class)
    void countsWhatItHandsOut(Expected expected) {
        simulation.advanceTo(START_MILLIS + DAYS * DAY_MILLIS, told -> {});

        assertThat(simulation.produced(expected))
                .isEqualTo(TAPE.that(told -> told.expected() == expected).size())
                .isPositive();
        assertThat(simulation.produced()).isEqualTo(TAPE.records().size());
    }

    @Test
    void leavesAboutHalfTheMoneyToATenthOfTheCustomers() {
        Map<String, Double> spent = new HashMap<>();
        RecordTape year = RecordTape.of(SETTINGS.withFaults(FaultRates.none()), 365);
        for (SimulatedRecord told : year.that(told -> told.source() == SourceKind.TRANSACTION)) {
            if (RecordTape.text(told).contains("Order Completed")) {
                spent.merge(truthOf(told).customerId(), total(told), Double::sum);
            }
        }
        double all = spent.values().stream().mapToDouble(Double::doubleValue).sum();
        double best =
                spent.values().stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(spent.size() / 10)
                        .mapToDouble(Double::doubleValue)
                        .sum();

        assertThat(best / all).isBetween(.4, .6);
    }

    @Test
    void holdsNoMoreHoweverMuchHasHappened() {
        for (int day = 1; day <= 730; day += 7) {
            simulation.advanceTo(START_MILLIS + day * DAY_MILLIS, told -> {});
            assertThat(simulation.held()).isLessThan(CUSTOMERS * 2);
        }

        assertThat(simulation.produced()).isGreaterThan(100L * CUSTOMERS);
    }

    @Test
    void refusesToRunBackwards() {
        simulation.advanceTo(START_MILLIS + DAY_MILLIS, told -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.advanceTo(START_MILLIS, told -> {}))
                .withMessageContaining("forward");
    }

    @Test
    void knowsNothingOfStrangers() {
        assertThatIllegalArgumentException().isThrownBy(() -> simulation.truth("x-00001"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulation.truth("c-1"));
    }

    private static boolean isOfAnEarlyResident(SimulatedRecord told) {
        String key = told.key();
        return key != null && key.startsWith("c-") && key.compareTo("c-00400") < 0;
    }

    private Stream<Customer> residents() {
        return Stream.iterate(0, number -> number + 1)
                .limit(CUSTOMERS)
                .map(number -> simulation.truth(String.format("c-%05d", number)));
    }

    private Customer truthOf(SimulatedRecord told) {
        String key = told.key();
        assertThat(key).isNotNull();
        return simulation.truth(String.valueOf(key));
    }

    private double share(Expected expected) {
        long good = TAPE.that(told -> told.expected().counts()).size();
        return (double) TAPE.that(told -> told.expected() == expected).size() / good;
    }

    private static long aheadMillis(SimulatedRecord told) {
        return told.eventTimeMillis() - told.kafkaTimestampMillis();
    }

    /** The events that count, without their message ids, which bad records use up too. */
    private static List<String> activities(RecordTape tape, long endMillis) {
        return tape
                .that(told -> told.expected().counts() && told.eventTimeMillis() < endMillis)
                .stream()
                .map(told -> RecordTape.text(told).replace(messageId(RecordTape.text(told)), ""))
                .sorted()
                .toList();
    }

    private static String messageId(String text) {
        int at = Math.max(text.indexOf("messageId"), text.indexOf("message_id"));
        int start = text.indexOf(':', at) + 2;
        return text.substring(start, text.indexOf('"', start));
    }

    private static double total(SimulatedRecord told) {
        String text = RecordTape.text(told);
        int start = text.indexOf("\"total\":") + 8;
        return Double.parseDouble(text.substring(start, text.indexOf(',', start)));
    }
}
