package org.vigie.manifests;

import java.util.Optional;

/** Names the values of a ward by its number of beds. */
enum ChartSize {
    BEDS_20(null),
    BEDS_200("values-200.yaml"),
    BEDS_5000("values-5000.yaml");

    private final String file;

    ChartSize(String file) {
        this.file = file;
    }

    /** Empty for the chart's own values. */
    Optional<String> valuesFile() {
        return Optional.ofNullable(file);
    }
}
