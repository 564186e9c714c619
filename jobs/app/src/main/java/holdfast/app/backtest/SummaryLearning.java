package holdfast.app.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import holdfast.core.evaluation.Calibration;
import holdfast.core.evaluation.Figures;
import holdfast.core.learning.Lesson;
import holdfast.core.quality.Drift;
import holdfast.core.quality.Opinion;
import holdfast.core.quality.Quality;
import java.io.IOException;
import java.util.Optional;

/** Writes what was learned for one cut-off, and how it kept its word, for machines. */
final class SummaryLearning {

    private final JsonGenerator json;

    SummaryLearning(JsonGenerator json) {
        this.json = json;
    }

    /** Appends to the cut-off's object. */
    void write(Lessons.AtCutoff at) throws IOException {
        Lesson lesson = at.lesson();
        json.writeObjectFieldStart("learning");
        json.writeStringField("serving", at.isLearned() ? "learned" : "prior");
        json.writeNumberField("matured_rows", lesson.quality().counts().matured());
        json.writeNumberField("treated_rows", lesson.quality().counts().treated());
        json.writeNumberField("special_rows", lesson.quality().counts().special());
        json.writeObjectFieldStart("shares");
        for (Opinion opinion : Opinion.values()) {
            if (opinion.position() < lesson.shares().size()) {
                number(opinion.label(), lesson.shares().get(opinion.position()));
            }
        }
        json.writeEndObject();
        matured(lesson.quality());
        drift(lesson.quality().drift());
        json.writeEndObject();
        if (at.cohort().judged()) {
            byPrior(at.byPrior().figures());
            reliability(at.cohort());
        }
    }

    /** How good the scores of late were, as the running system itself would know by then. */
    private void matured(Quality quality) throws IOException {
        for (Opinion opinion : new Opinion[] {Opinion.PRIOR, Opinion.SERVED}) {
            number(
                    "matured_log_loss_" + opinion.label(),
                    quality.of(opinion).map(each -> each.logLoss()).orElse(Double.NaN));
        }
    }

    private void drift(Drift drift) throws IOException {
        number("drift_max", drift.max());
        number("drift_by_chance", drift.indexByChance());
        number("past_rhythm", drift.pastRhythm());
    }

    private void byPrior(Optional<Figures> prior) throws IOException {
        number("prior_roc_auc", prior.map(Figures::rocAuc).orElse(Double.NaN));
        number("prior_log_loss", prior.map(Figures::logLoss).orElse(Double.NaN));
        number("prior_ece", prior.map(Figures::ece).orElse(Double.NaN));
    }

    private void reliability(ScoredCohort cohort) throws IOException {
        json.writeArrayFieldStart("reliability");
        for (Calibration.Bin bin : Calibration.bins(cohort.customers())) {
            json.writeStartObject();
            json.writeNumberField("customers", bin.customers());
            number("predicted", bin.meanPredicted());
            number("observed", bin.meanObserved());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
