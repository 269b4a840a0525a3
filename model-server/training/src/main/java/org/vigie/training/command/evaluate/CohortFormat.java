package org.vigie.training.command.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists the formats of {@code --data}. */
enum CohortFormat {
    /** A folder or archive of {@code <RecordID>.txt}; outcomes stand in a separate file. */
    PHYSIONET2012,
    /** A folder or archive of {@code pNNNNNN.psv}; labels sepsis, not death. */
    PHYSIONET2019,
    /** The folder of the MIMIC-IV demo; its own tables hold the outcomes. */
    MIMIC_IV_DEMO,
    /** The folder that {@code ./vigie extract} wrote; it holds the outcomes and the units of the stays. */
    EXTRACTED;

    static final String OPTION = "--format";

    /** @throws IllegalArgumentException with a message for the user */
    static CohortFormat parse(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(OPTION + ": must be one of "
                        + Arrays.stream(values()).map(CohortFormat::word).collect(Collectors.joining(", "))
                        + ", was '" + word + "'"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
