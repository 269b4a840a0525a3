package org.vigie.risk.impute;

import java.io.Serializable;
import java.time.Duration;

/**
 * Configures the estimates of hours without a measurement. The score does not use them.
 *
 * @param model name of the imputer on the model server; empty: no estimates, windows hold last values only
 * @param version version of the imputer; empty for the newest on the server
 * @param timeout time to wait for the estimates of one window; after it the window goes on without them
 * @param inFlight number of windows that wait for estimates at the same time
 * @param breakFor time without requests after failures of the same length; then one window tests the imputer
 */
public record ImputeConfig(String model, String version, Duration timeout, int inFlight, Duration breakFor)
        implements Serializable {
    public ImputeConfig {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("impute.timeout: must be positive, was " + timeout);
        }
        if (inFlight < 1) {
            throw new IllegalArgumentException("impute.inFlight: must be positive, was " + inFlight);
        }
        if (breakFor.isNegative() || breakFor.isZero()) {
            throw new IllegalArgumentException("impute.breakFor: must be positive, was " + breakFor);
        }
    }

    public static ImputeConfig defaults() {
        return new ImputeConfig("", "", Duration.ofSeconds(1), 8, Duration.ofSeconds(10));
    }

    /** Returns the same configuration with the newest version of this imputer. */
    public ImputeConfig withModel(String name) {
        return new ImputeConfig(name, "", timeout, inFlight, breakFor);
    }

    /** Returns whether windows get estimates. */
    public boolean isUsed() {
        return !model.isEmpty();
    }
}
