package org.vigie.training;

import java.nio.file.Path;

/** The model that is asked and judged when none is named: the one that the ward uses. */
final class ShippedModel {
    /** Within the repository, where {@code ./vigie} runs. */
    static final Path FOLDER = Path.of("model-server/models/survival/2");

    private ShippedModel() {}
}
