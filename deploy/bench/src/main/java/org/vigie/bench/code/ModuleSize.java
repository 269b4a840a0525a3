package org.vigie.bench.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;

/** Counts the lines of code and of tests of a module. */
@JsonPropertyOrder({"module", "main_lines", "test_lines", "test_lines_per_main_line"})
record ModuleSize(
        @JsonProperty("module") String module,
        @JsonProperty("main_lines") long mainLines,
        @JsonProperty("test_lines") long testLines) {
    static ModuleSize of(SourceModule module) {
        return new ModuleSize(module.name(), SourceModule.lines(module.main()), SourceModule.lines(module.test()));
    }

    /** Divides test lines by main lines; 0 for a module that has only tests. */
    @JsonProperty("test_lines_per_main_line")
    double ratio() {
        return mainLines == 0 ? 0 : Math.round(100.0 * testLines / mainLines) / 100.0;
    }

    /** Prints the ratio for readers: {@code 0.65}; empty for a module that has only tests. */
    String shownRatio() {
        return mainLines == 0 ? "" : String.format(Locale.ROOT, "%.2f", ratio());
    }
}
