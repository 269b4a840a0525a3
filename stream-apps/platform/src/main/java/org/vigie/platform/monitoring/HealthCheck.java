package org.vigie.platform.monitoring;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Checks one thing that an app needs. Answers within a few seconds and is safe for use by many threads. */
public interface HealthCheck {
    /** Returns the name of the checked part, for example {@code broker}. */
    String name();

    HealthResult check();

    /** Returns a check that asks a condition and describes its state. */
    static HealthCheck of(String name, BooleanSupplier isUp, Supplier<?> detail) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public HealthResult check() {
                return new HealthResult(isUp.getAsBoolean(), String.valueOf(detail.get()));
            }
        };
    }
}
