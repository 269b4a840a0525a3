package org.vigie.platform.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Function;

/**
 * Holds the health of a process as JSON.
 *
 * @param status {@code UP} when every check is up, else {@code DOWN}
 * @param checks each with its result
 */
record HealthReport(String status, List<CheckReport> checks) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Holds one check with its result. */
    record CheckReport(String app, String name, String status, String detail) {
        @JsonIgnore
        boolean isUp() {
            return status.equals(HealthReport.status(true));
        }
    }

    static HealthReport of(List<AppMonitor> apps, Function<AppMonitor, List<HealthCheck>> checks) {
        List<CheckReport> results = apps.stream()
                .flatMap(app -> checks.apply(app).stream().map(check -> report(app, check)))
                .toList();
        boolean isUp = results.stream().allMatch(result -> result.status().equals(status(true)));
        return new HealthReport(status(isUp), results);
    }

    private static CheckReport report(AppMonitor app, HealthCheck check) {
        HealthResult result = result(check);
        return new CheckReport(app.app(), check.name(), status(result.isUp()), result.detail());
    }

    private static HealthResult result(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            return new HealthResult(false, e.toString());
        }
    }

    private static String status(boolean isUp) {
        return isUp ? "UP" : "DOWN";
    }

    @JsonIgnore
    boolean isUp() {
        return status.equals(status(true));
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
