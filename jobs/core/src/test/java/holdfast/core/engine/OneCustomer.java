package holdfast.core.engine;

import static holdfast.core.engine.TestingShop.SAVE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.guidance;
import static holdfast.core.engine.TestingShop.purchase;

import holdfast.core.activity.Activity;
import holdfast.core.activity.Fate;
import holdfast.core.activity.SourceKind;
import holdfast.core.alert.Alert;
import holdfast.core.customer.CustomerState;

/** One customer of the testing shop, stepped by hand. */
abstract class OneCustomer {

    final ChurnEngine engine = new ChurnEngine();
    final CustomerState customer = new CustomerState("c-1");
    final TestingDecisions out = new TestingDecisions();
    Guidance guidance = guidance(Settings.defaults(), SAVE);

    void buyEveryThreeDays(int times) {
        for (int i = 0; i < times; i++) {
            buy(3.0 * i);
        }
    }

    void buy(double day) {
        take(purchase("c-1", day));
    }

    void buyAt(long millis) {
        take(new Activity("c-1", millis, "Order Completed", 1_000, 0, 0, SourceKind.TRANSACTION));
    }

    Fate take(Activity activity) {
        return engine.onActivity(customer, activity, Long.MIN_VALUE, guidance, out);
    }

    void wakeUpTo(double day) {
        engine.onWakeup(customer, day(day), guidance, out);
    }

    Alert last() {
        return out.alerts.get(out.alerts.size() - 1);
    }
}
