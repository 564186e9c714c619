package holdfast.flink.pipeline;

/** The names under which operators find their state in a savepoint: never renamed, never reused. */
public final class Uids {

    public static final String EDGE = "edge";
    public static final String CHURN = "churn";
    public static final String ORDER_TRAINING = "order-training";
    public static final String LEARN = "learn";

    private Uids() {}
}
