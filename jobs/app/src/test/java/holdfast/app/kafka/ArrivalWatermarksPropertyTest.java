package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.kafka.TestingReader.Partition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ArrivalWatermarksPropertyTest {

    private static final int LONGEST_STEPS = 145; // 29 s

    /**
     * A client reads what was fetched of one partition, fetches more of it, and goes on to the one
     * that has waited longest. Where it goes on, records of both come mixed.
     */
    @Property(tries = 200)
    void nobodyWithABacklogIsTakenForIdleAndEverybodyElseIsInTheEnd(@ForAll long seed) {
        Random random = new Random(seed);
        TestingReader reader = new TestingReader();
        Map<Partition, Integer> backlog = new HashMap<>();
        List<Partition> some = new ArrayList<>();
        List<Partition> all = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            Partition partition = reader.partition();
            all.add(partition);
            if (i == 0 || random.nextBoolean()) {
                some.add(partition);
                backlog.put(partition, 1 + random.nextInt(5));
            }
        }
        Collections.shuffle(some, random);
        workOff(new ArrayDeque<>(some), backlog, random);
        assertThat(backlog).isEmpty();

        reader.rest(30_000 + TestingReader.NOTICED_MILLIS);
        assertThat(all).allMatch(Partition::isIdle);
    }

    private static void workOff(
            Deque<Partition> line, Map<Partition, Integer> backlog, Random random) {
        Partition before = line.getFirst();
        while (!line.isEmpty()) {
            Partition next = line.remove();
            next.read(TestingReader.BACKLOG_MILLIS);
            if (random.nextBoolean()) {
                before.read(TestingReader.BACKLOG_MILLIS);
                next.read(TestingReader.BACKLOG_MILLIS);
            }
            int steps = random.nextInt(random.nextBoolean() ? 3 : LONGEST_STEPS);
            for (int step = 0; step < steps; step++) {
                next.readFor(TestingReader.STEP_MILLIS);
                assertThat(line).noneMatch(Partition::isIdle);
            }
            if (backlog.compute(next, (key, left) -> left == 1 ? null : left - 1) != null) {
                line.add(next);
            }
            before = next;
        }
    }
}
