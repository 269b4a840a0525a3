package org.vigie.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.alerts.AlertStreamsConfig;

/**
 * Writes the shipped alarm rules with a clearing time of 30 s in place of one or two minutes. A story then need not wait minutes for the
 * end of its alarms.
 */
final class QuickClearingRules {
    private static final String SHIPPED = "org/vigie/signal/alarm/rules/adult-icu.yaml";

    private final Path folder;

    /** @param folder stands before the class path of the ward */
    QuickClearingRules(Path folder) {
        this.folder = folder;
    }

    /** @return the folder */
    Path write() throws IOException {
        Path file = folder.resolve(SHIPPED);
        Files.createDirectories(file.getParent());
        try (InputStream shipped = AlertStreamsConfig.class.getClassLoader().getResourceAsStream(SHIPPED)) {
            String rules = new String(shipped.readAllBytes(), UTF_8);
            Files.writeString(file, rules.replaceAll("clear: PT[12]M\\b", "clear: PT30S"));
        }
        return folder;
    }
}
