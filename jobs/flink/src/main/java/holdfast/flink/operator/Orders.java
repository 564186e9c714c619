package holdfast.flink.operator;

import holdfast.core.customer.CustomerState;
import holdfast.core.engine.ChurnEngine;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.episode.Episode;
import holdfast.flink.wire.ControlOrder;

/** Carries an order about one customer to the engine. */
final class Orders {

    private Orders() {}

    static void carryOut(
            ControlOrder order,
            CustomerState customer,
            ChurnEngine engine,
            Guidance guidance,
            Decisions out) {
        switch (order.action()) {
            case ERASE -> engine.erase(customer, order.timeMillis(), guidance, out);
            case SUPPRESS, PAUSE ->
                    engine.suppress(
                            customer,
                            order.untilMillis() == 0 ? Episode.NEVER : order.untilMillis());
            case RESUME -> engine.suppress(customer, 0);
        }
    }
}
