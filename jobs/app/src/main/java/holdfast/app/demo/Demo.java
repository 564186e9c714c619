package holdfast.app.demo;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.quickstart.EmbeddedFlink;
import holdfast.app.shell.FailedRunException;
import holdfast.simulator.SimulatedRecord;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;

/**
 * One run: history first, then live days until the time is over or somebody interrupts; then the
 * job takes in what is still on its way, stops, and every record is accounted for.
 */
final class Demo {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration END_PATIENCE = Duration.ofSeconds(45);
    private static final long LOOK_MILLIS = 50;
    private static final long STEP_MILLIS = 20;
    private static final long QUIET_MILLIS = 300;

    private final DemoSettings settings;
    private final Display display;
    private final Stopping stopping;
    private final Workplace place;
    private final Traffic traffic;
    private final AlertTail tail;
    private final JobMetrics metrics;
    private final JobID job;

    private Demo(DemoSettings settings, Display display, Stopping stopping, Workplace place) {
        this.settings = settings;
        this.display = display;
        this.stopping = stopping;
        this.place = place;
        KafkaCluster kafka = place.kafka();
        EmbeddedFlink flink = place.flink();
        traffic = place.push(new Traffic(kafka, Workplace.TOPICS));
        tail = place.push(AlertTail.start(kafka, Workplace.TOPICS.name(Topic.ALERTS), display));
        metrics = new JobMetrics(flink.metricsAddress(), flink.flinkMetricsAddress());
        job = flink.submit(DemoJob.graph(kafka.bootstrap(), place.playbook(), place.checkpoints()));
    }

    /**
     * Runs a demo to its end.
     *
     * @throws FailedRunException if the job fails, or does not take in everything in time
     */
    static void run(DemoSettings settings, Display display) throws Exception {
        try (Stopping stopping = new Stopping();
                Workplace place = Workplace.start(settings)) {
            Demo demo = new Demo(settings, display, stopping, place);
            demo.introduce();
            if (!stopping.isAsked()) {
                demo.preload();
                demo.live();
            }
            demo.end();
        }
    }

    private void introduce() {
        String bootstrap = place.kafka().bootstrap();
        display.say(
                "holdfast demo · seed %d · one second here is one day in the shop"
                        .formatted(settings.seed()));
        display.say(
                "  broker   %-41s flink   %s"
                        .formatted(
                                bootstrap + " (KRaft, in this process)",
                                place.flink().webAddress()));
        display.say(
                "  metrics  %-41s Flink's %s"
                        .formatted(
                                place.flink().metricsAddress(),
                                place.flink().flinkMetricsAddress()));
        display.say("  topics   ./holdfast tail --bootstrap " + bootstrap);
        display.say("  one customer: ./holdfast why CUSTOMER --bootstrap " + bootstrap);
    }

    /** History before anything is live: what it taught, then all of it at once, then its clock. */
    private void preload() throws InterruptedException {
        History history = place.history();
        traffic.publish("model", history.figures().model(), DemoTime.START_MILLIS);
        traffic.publish("population", history.figures().population(), DemoTime.START_MILLIS);
        traffic.flush();
        awaitSettled(START_PATIENCE);
        for (SimulatedRecord shopRecord : history.records()) {
            traffic.send(shopRecord);
        }
        traffic.flush();
        awaitSettled(START_PATIENCE);
        for (long ticks = 5; ticks >= 0; ticks--) {
            traffic.tick(DemoTime.LIVE_FROM_MILLIS - ticks * DemoTime.TICK_MILLIS);
        }
        display.say(
                String.format(
                        Locale.ROOT,
                        "  %,d customers · %,d events in %d days of history\n",
                        settings.customers(),
                        history.records().size(),
                        DemoTime.HISTORY_DAYS));
    }

    private void live() throws Exception {
        long beginNanos = System.nanoTime();
        DemoClock clock = new DemoClock(DemoTime.LIVE_FROM_MILLIS, beginNanos);
        long tickedMillis = DemoTime.LIVE_FROM_MILLIS;
        try (Watch watch = Watch.start(metrics, display)) {
            while (!isOver(beginNanos) && !watch.hasFailed()) {
                long nowMillis = clock.advance(System.nanoTime());
                place.history().shop().advanceTo(nowMillis, traffic::send);
                watch.at(nowMillis);
                if (nowMillis - tickedMillis >= DemoTime.TICK_MILLIS) {
                    traffic.tick(nowMillis);
                    tickedMillis = nowMillis;
                }
                Thread.sleep(STEP_MILLIS);
            }
        }
        traffic.flush();
    }

    private boolean isOver(long beginNanos) {
        boolean late =
                !settings.isEndless()
                        && System.nanoTime() - beginNanos >= settings.length().toNanos();
        return late || stopping.isAsked() || !display.isWatched();
    }

    private void end() throws InterruptedException {
        awaitSettled(END_PATIENCE);
        await(END_PATIENCE, this::allAlertsShown, "the alert topic lacks messages");
        Thread.sleep(QUIET_MILLIS);
        await(END_PATIENCE, this::allAlertsShown, "the alert topic lacks messages");
        Summary summary = new Summary(traffic.produced(), figures());
        place.flink().cancel(job);
        display.summary(summary);
        if (!summary.addsUp()) {
            throw new FailedRunException("not every event met exactly one fate");
        }
    }

    private void awaitSettled(Duration patience) throws InterruptedException {
        long produced = traffic.produced();
        await(
                patience,
                () -> figures().settled() >= produced,
                "the job has not taken in all " + produced + " events");
    }

    private boolean allAlertsShown() {
        return figures().messages() == tail.shown();
    }

    private void await(Duration patience, BooleanSupplier done, String complaint)
            throws InterruptedException {
        long untilNanos = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (place.flink().hasEnded(job)) {
                throw new FailedRunException("the scoring job has failed; its log says why");
            }
            if (System.nanoTime() > untilNanos) {
                throw new FailedRunException(
                        complaint + " within " + patience.toSeconds() + " s: " + figures());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private JobFigures figures() {
        return metrics.read();
    }
}
