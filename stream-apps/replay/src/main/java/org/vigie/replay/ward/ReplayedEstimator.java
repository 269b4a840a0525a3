package org.vigie.replay.ward;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.WindowEstimator;
import org.vigie.records.WindowEstimatesMapper;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.WindowEstimates;

/**
 * Adds the estimates of a chosen imputer to the windows of a replay. They stand beside the values, as live ones do: no score uses them, the
 * digest of a window does not cover them, and a comparison leaves them out.
 *
 * @param imputer empty: windows get no estimates
 */
record ReplayedEstimator(Optional<WindowEstimator> imputer) implements AutoCloseable {
    private static final WindowEstimatesMapper MAPPER = new WindowEstimatesMapper();

    /** @throws IllegalStateException when the imputer does not answer */
    Window estimated(Window window) {
        return imputer.map(asked -> estimated(window, asked)).orElse(window);
    }

    private static Window estimated(Window window, WindowEstimator imputer) {
        try {
            WindowEstimates estimates = imputer.estimate(ScoreRequestMapper.filled(window), window.getRecipe())
                    .toCompletableFuture()
                    .join();
            return Window.newBuilder(window)
                    .setEstimates(MAPPER.toRecord(estimates))
                    .build();
        } catch (CompletionException | ScorerException e) {
            throw new IllegalStateException(
                    "--imputer: no estimates for the window of stay %s: %s; start --model-server with imputerTwoSided: true, or replay without it"
                            .formatted(window.getStay(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        imputer.ifPresent(WindowEstimator::close);
    }
}
