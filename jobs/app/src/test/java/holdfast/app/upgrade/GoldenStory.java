package holdfast.app.upgrade;

import holdfast.app.kafka.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A small shop in which everything happens that leaves a mark in the job's state: made once for
 * each golden savepoint, from a seed. Savepoints keep what follows them in files of their own, so
 * this may change with the product.
 */
final class GoldenStory {

    static final long DAY = 86_400_000L;
    static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private static final int REGULARS = 16;
    private static final int SAVEPOINT_DAY = 100;
    private static final int LAST_DAY = 160;
    private static final long SEED = 20_260_101;

    private final List<Step> steps = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int tickedDays;

    private GoldenStory() {}

    /** What happens until the savepoint. */
    static List<Step> before() {
        GoldenStory story = new GoldenStory();
        story.publish();
        story.history();
        story.settleAndTick(80);
        story.comeBack();
        story.settleAndTick(90);
        story.publish(Topic.PLAYBOOKS, "golden", 90, GoldenPublications.secondPlaybook());
        story.complain();
        story.settleAndTick(96);
        story.lateAndBack();
        story.orders();
        story.badRecords();
        story.settleAndTick(SAVEPOINT_DAY);
        return story.steps;
    }

    /** What happens to whoever goes on from the savepoint. */
    static List<Step> after() {
        GoldenStory story = new GoldenStory();
        story.tickedDays = SAVEPOINT_DAY + 1;
        story.visit("retried", 100.5, "retried-0"); // a message id from before the savepoint
        story.visit("returning", 100.2, "");
        story.visit("disproved", 94.6, "");
        story.visit("erased", 70, "");
        story.visit("newcomer", 100.3, "");
        story.buy("best", 100.4, 12_000);
        story.buy("regular-0", 100.4, 1_200);
        story.send(Topic.CLICKSTREAM, "x", 100, "{broken");
        story.settleAndTick(LAST_DAY);
        return story.steps;
    }

    private void publish() {
        publish(Topic.MODELS, "model", 0, GoldenPublications.model(START));
        publish(Topic.MODELS, "population", 0, GoldenPublications.population(START));
        publish(Topic.MODELS, "model", 0, "{\"model\":1}"); // refused
        steps.add(Step.settle());
    }

    /** Everybody until day 80; those named for what will become of them. */
    private void history() {
        for (int i = 0; i < REGULARS; i++) {
            regular("regular-" + i);
        }
        for (String customer :
                List.of("open", "muted", "erased", "forbidden", "disproved", "paused")) {
            daily(customer, 40, 80);
        }
        daily("escalated", 20, 66);
        daily("expired", 20, 50);
        daily("returning", 30, 70);
        daily("best", 10, 80);
        daily("upset", 30, 80);
        daily("cancelled", 30, 70);
        daily("gone", 0, 3);
        daily("cooling", 30, 80);
        daily("recovered", 30, 80);
        for (int message = 0; message < 18; message++) {
            visit("retried", 60 + message, "retried-" + message);
        }
        visit("retried", 79, "retried-17"); // a duplicate
        buy("best", 20.1, 99_900);
        buy("returns", 70.5, 5_000);
        refund("returns", 71.5, 2_500);
        visit("once", 79.25, "");
    }

    private void comeBack() {
        daily("open", 80, 88);
        daily("upset", 80, 90);
        daily("disproved", 80, 90);
        for (String customer : List.of("muted", "erased", "forbidden")) {
            daily(customer, 80, 89);
        }
        send(Topic.CLICKSTREAM, "cancelled", 82.5, event("cancelled", "Account Deleted", 82.5, ""));
        control(89, "{\"action\":\"SUPPRESS\",\"customer_id\":\"muted\",\"until\":%d}", 140);
        String never = "{\"disposition\":\"DO_NOT_CONTACT\",\"customer_id\":\"forbidden\"}";
        send(Topic.OUTCOMES, "forbidden", 89, never);
    }

    private void complain() {
        for (int ticket = 0; ticket < 6; ticket++) {
            double day = 90.1 + ticket / 10.0;
            send(Topic.SERVICE, "upset", day, event("upset", "Ticket Opened", day, ""));
        }
        visit("cooling", 91.5, "");
        visit("paused", 93.9, "");
    }

    private void lateAndBack() {
        visit("disproved", 94.9, ""); // before the alert opened
        visit("recovered", 97.5, "");
        String profile = "{\"customer_id\":\"open\",\"event_time\":" + at(96) + "}";
        send(Topic.PROFILE, "open", 96, profile);
    }

    private void orders() {
        control(96, "{\"action\":\"ERASE\",\"customer_id\":\"erased\",\"event_time\":%d}", 96);
        control(99, "{\"action\":\"PAUSE\",\"event_time\":" + at(99) + ",\"until\":%d}", 104);
    }

    private void badRecords() {
        visit("erased", 95, "");
        send(Topic.CLICKSTREAM, "x", 96, "");
        send(Topic.CLICKSTREAM, "x", 96, "{\"event\":\"View\",\"timestamp\":" + at(96) + "}");
        String refund = event("open", "Order Completed", 96, ",\"properties\":{\"total\":-5}");
        send(Topic.TRANSACTIONS, "open", 96, refund);
    }

    /** Somebody with a pace of their own, who leaves at some day or never. */
    private void regular(String customer) {
        double paceDays = 0.7 + 5 * random.nextDouble();
        double leavesAtDay = random.nextInt(3) == 0 ? 80 : 30 + 50 * random.nextDouble();
        double day = 25 * random.nextDouble();
        while (day < leavesAtDay) {
            if (random.nextInt(3) == 0) {
                buy(customer, day, 300 + random.nextInt(9_000));
            } else {
                visit(customer, day, "");
            }
            day -= paceDays * Math.log(1 - random.nextDouble());
        }
    }

    private void daily(String customer, int fromDay, int toDay) {
        for (int day = fromDay; day < toDay; day++) {
            visit(customer, day + 0.4, "");
        }
    }

    private void visit(String customer, double day, String messageId) {
        String more = messageId.isEmpty() ? "" : ",\"messageId\":\"" + messageId + "\"";
        send(Topic.CLICKSTREAM, customer, day, event(customer, "Product Viewed", day, more));
    }

    private void buy(String customer, double day, long cents) {
        money(customer, "Order Completed", day, cents);
    }

    private void refund(String customer, double day, long cents) {
        money(customer, "Order Refunded", day, -cents);
    }

    private void money(String customer, String name, double day, long cents) {
        String more = String.format(Locale.ROOT, ",\"properties\":{\"total\":%.2f}", cents / 100.0);
        send(Topic.TRANSACTIONS, customer, day, event(customer, name, day, more));
    }

    private void control(int day, String form, int untilDay) {
        send(Topic.CONTROL, "x", day, String.format(Locale.ROOT, form, at(untilDay)));
    }

    private void publish(Topic topic, String key, int day, String value) {
        send(topic, key, day, value.replace("\n", "\\n"));
    }

    private void send(Topic topic, String key, double day, String value) {
        steps.add(Step.send(topic, key, at(day), value));
    }

    private void settleAndTick(int day) {
        steps.add(Step.settle());
        steps.add(Step.tick(at(tickedDays), at(day)));
        tickedDays = day + 1;
    }

    private static String event(String customer, String name, double day, String more) {
        return "{\"type\":\"track\",\"userId\":\"%s\",\"event\":\"%s\",\"timestamp\":%d%s}"
                .formatted(customer, name, at(day), more);
    }

    private static long at(double day) {
        return START + Math.round(day * DAY);
    }
}
