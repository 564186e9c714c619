package holdfast.core.learning;

import static holdfast.core.learning.ExperienceTest.customers;
import static holdfast.core.learning.ExperienceTest.experience;
import static holdfast.core.learning.ExperienceTest.told;
import static holdfast.core.learning.TestingTold.endOf;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.bytes.ByteWriter;
import holdfast.core.learning.Experience.Limits;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ExperiencePropertyTest {

    private static final int CUSTOMERS = 60;
    private static final int DAYS = 12;
    private static final int ROWS = CUSTOMERS * DAYS;

    /** At the limit, just beyond it, and far beyond. */
    @Property(tries = 30)
    void remembersTheSameCustomersInEveryOrderOfThem(@ForAll long seed) {
        Random random = new Random(seed);
        int[] rows = {ROWS, ROWS - 1, ROWS / 2, ROWS / 5};
        int[] customers = {CUSTOMERS, CUSTOMERS - 1, CUSTOMERS / 3};
        Limits limits =
                new Limits(
                        rows[random.nextInt(rows.length)],
                        customers[random.nextInt(customers.length)]);

        assertSame(inSomeOrder(limits, random), inSomeOrder(limits, new Random(1)));
    }

    @Property(tries = 30)
    void nothingOfWhomeverIsErasedIsSeenOrWritten(@ForAll long seed) {
        Random random = new Random(seed);
        Experience experience = experience(Limits.USUAL);
        Experience without = experience(Limits.USUAL);
        Map<Long, Integer> erasedAfter = new HashMap<>();
        Set<Integer> arrangedAfter = new HashSet<>();
        List<TrainingRecord> told = told(1L << 40, (1L << 40) + 20, 0, DAYS);
        for (int i = 0; i < told.size(); i++) {
            experience.take(told.get(i));
            if (random.nextInt(40) == 0) {
                long customer = told.get(random.nextInt(i + 1)).customerKey();
                experience.take(TrainingRecord.erased(customer, told.get(i).atMillis()));
                erasedAfter.put(customer, i);
            }
            if (random.nextInt(30) == 0) {
                assertUnseen(experience, told.subList(0, i + 1), erasedAfter);
            }
            if (random.nextInt(60) == 0) {
                experience.arrange(told.get(i).atMillis());
                arrangedAfter.add(i);
            }
        }
        for (int i = 0; i < told.size(); i++) {
            if (erasedAfter.getOrDefault(told.get(i).customerKey(), -1) < i) {
                without.take(told.get(i));
            }
            if (arrangedAfter.contains(i)) {
                without.arrange(told.get(i).atMillis());
            }
        }
        assertSame(experience, without);
    }

    /** With records that come again, outreach, erasures and lessons, near the limits. */
    @Property(tries = 100)
    void remembersTheSameHoweverOftenItIsWritten(@ForAll long seed) {
        Random random = new Random(seed);
        Limits limits = new Limits(ROWS / 3, CUSTOMERS);
        Experience experience = experience(limits);
        Experience written = experience(limits);
        List<TrainingRecord> told = told(0, CUSTOMERS, 0, DAYS);
        for (int i = 0; i < told.size(); i++) {
            TrainingRecord record =
                    changed(told.get(random.nextInt(8) == 0 ? random.nextInt(i + 1) : i), random);
            experience.take(record);
            written.take(record);
            if (random.nextInt(6) == 0) {
                written.write(new ByteWriter());
            }
            if (random.nextInt(100) == 0) {
                experience.arrange(told.get(i).atMillis());
                written.arrange(told.get(i).atMillis());
            }
        }

        assertSame(written, experience);
    }

    /** A restart repeats what was told since some moment, in order, whatever it was. */
    @Property(tries = 100)
    void remembersTheSameHoweverOftenItIsToldAgain(@ForAll long seed) {
        Random random = new Random(seed);
        Experience once = experience(Limits.USUAL);
        Experience again = experience(Limits.USUAL);
        List<TrainingRecord> told =
                told(0, CUSTOMERS, 0, DAYS).stream().map(each -> changed(each, random)).toList();
        for (int i = 0; i < told.size(); i++) {
            once.take(told.get(i));
            again.take(told.get(i));
            if (random.nextInt(60) == 0) {
                told.subList(random.nextInt(i + 1), i + 1).forEach(again::take);
            }
            if (random.nextInt(100) == 0) {
                once.arrange(told.get(i).atMillis());
                again.arrange(told.get(i).atMillis());
            }
        }

        assertSame(again, once);
    }

    /** Now and then outreach or an erasure in place of a record. */
    private static TrainingRecord changed(TrainingRecord record, Random random) {
        return switch (random.nextInt(24)) {
            case 0, 1 -> TrainingRecord.erased(record.customerKey(), record.atMillis());
            case 2, 3, 4 -> TrainingRecord.treated(record.customerKey(), record.atMillis());
            default -> record;
        };
    }

    private static void assertUnseen(
            Experience experience, List<TrainingRecord> told, Map<Long, Integer> erasedAfter) {
        Set<Long> gone = new HashSet<>(erasedAfter.keySet());
        for (int i = 0; i < told.size(); i++) {
            TrainingRecord record = told.get(i);
            boolean isSnapshot = record.kind() == TrainingRecord.Kind.SNAPSHOT;
            if (isSnapshot && erasedAfter.getOrDefault(record.customerKey(), -1) < i) {
                gone.remove(record.customerKey());
            }
        }
        ByteWriter out = new ByteWriter();
        experience.write(out);
        String written = letters(out.toBytes());
        for (long customer : gone) {
            ByteWriter key = new ByteWriter();
            key.writeLong(customer);
            assertThat(written).doesNotContain(letters(key.toBytes()));
        }
        Set<Long> seen = customers(experience.rows());
        seen.retainAll(gone);
        assertThat(seen).isEmpty();
    }

    /** Each byte as a letter of its own, so that nothing is found between two. */
    private static String letters(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append((char) (each & 0xFF));
        }
        return text.toString();
    }

    private static Experience inSomeOrder(Limits limits, Random random) {
        Experience experience = experience(limits);
        List<List<TrainingRecord>> waiting = new ArrayList<>();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            List<TrainingRecord> told = new ArrayList<>(told(customer, customer + 1, 0, DAYS));
            told.add(TrainingRecord.decided(customer, 1, endOf(DAYS) - 1));
            waiting.add(told);
        }
        while (!waiting.isEmpty()) {
            List<TrainingRecord> next = waiting.get(random.nextInt(waiting.size()));
            experience.take(next.remove(0));
            if (next.isEmpty()) {
                waiting.remove(next);
            }
        }
        return experience;
    }

    private static void assertSame(Experience one, Experience other) {
        assertThat(Arrays.mismatch(bytes(one), bytes(other)))
                .as("first that differs")
                .isEqualTo(-1);
    }

    private static byte[] bytes(Experience experience) {
        experience.arrange(endOf(DAYS));
        ByteWriter out = new ByteWriter();
        out.writeDouble(experience.share());
        experience.write(out);
        return out.toBytes();
    }
}
