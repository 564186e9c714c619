package holdfast.app.models;

import holdfast.core.score.OutcomeModel;

/** Where a score of an outcome comes from. */
enum Source {
    LEARNED("learned"),
    PRIOR("prior"),
    DEFAULT("default prior");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Source of(OutcomeModel model) {
        if (model.linear().isPresent()) {
            return LEARNED;
        }
        return switch (model.fitted().source()) {
            case FITTED -> PRIOR;
            case DEFAULT -> DEFAULT;
        };
    }
}
