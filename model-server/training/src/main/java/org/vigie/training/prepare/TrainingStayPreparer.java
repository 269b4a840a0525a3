package org.vigie.training.prepare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputerModel;
import org.vigie.signal.impute.TrainingPreparation;
import org.vigie.signal.impute.TrainingPreparation.TrainingCleaning;
import org.vigie.signal.impute.TrainingPreparation.TrainingImputation;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.cohort.RetrospectiveStayCleaner;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.predict.ImputedWindows;

/**
 * Prepares stays for learning as the part {@code training} of a recipe says. A window after some hours holds estimates from these hours
 * alone.
 */
public final class TrainingStayPreparer implements AutoCloseable {
    private static final String OTHER_RULES =
            "give --imputer one of these rules ('./vigie train imputer --recipe FILE'), or use LAST_VALUE";

    private final WindowImputer windows;
    private final RetrospectiveStayCleaner cleaner = new RetrospectiveStayCleaner();
    private final Optional<ImputerModel> imputer;

    private TrainingStayPreparer(WindowImputer windows, Optional<ImputerModel> imputer) {
        this.windows = windows;
        this.imputer = imputer;
    }

    /**
     * Opens the imputer when the recipe asks for estimates.
     *
     * @param imputer folder of the imputer
     * @throws IllegalArgumentException when the imputer learnt from windows of another recipe
     * @throws org.vigie.inference.bundle.ModelException when the imputer is damaged or cannot be run
     */
    public static TrainingStayPreparer open(WindowImputer windows, Path imputer) {
        if (windows.recipe().training().impute() != TrainingImputation.TWO_SIDED) {
            return new TrainingStayPreparer(windows, Optional.empty());
        }
        ImputerModel model = ImputerModel.open(imputer, ImputationDirection.TWO_SIDED, EngineConfig.defaults());
        try {
            model.recipe().check("training.impute", windows.recipe(), OTHER_RULES);
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
        return new TrainingStayPreparer(windows, Optional.of(model));
    }

    /** Returns true when the stays are prepared as live windows are. */
    public boolean isAsLive() {
        return windows.recipe().training().equals(TrainingPreparation.AS_LIVE);
    }

    /** Returns the digest of the imputer; empty without one. */
    public String imputerDigest() {
        return imputer.map(model -> model.card().digest()).orElse("");
    }

    /** Prepares stays; {@code examples} holds the outcome of each recording. */
    public List<LabelledStay> prepared(List<RecordedStay> recordings, List<LabelledStay> examples) {
        return IntStream.range(0, recordings.size())
                .mapToObj(place -> new LabelledStay(
                        prepared(recordings.get(place)), examples.get(place).died()))
                .toList();
    }

    private HourlyStay prepared(RecordedStay recording) {
        boolean retrospective = windows.recipe().training().clean() == TrainingCleaning.RETROSPECTIVE;
        HourlyStay stay = HourlyStay.of(retrospective ? cleaner.cleaned(recording) : recording)
                .preparedBy(windows);
        return imputer.map(model -> stay.estimatedBy(new ImputedWindows(model))).orElse(stay);
    }

    @Override
    public void close() {
        imputer.ifPresent(ImputerModel::close);
    }
}
