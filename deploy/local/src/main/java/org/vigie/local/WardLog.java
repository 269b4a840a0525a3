package org.vigie.local;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Names the files of a ward that hold the log and what its parts print.
 *
 * @param dataDir directory of everything that the ward keeps
 */
public record WardLog(Path dataDir) {
    /** Sends the log and the output of all parts to files: the console belongs to the user. */
    void redirectOutput() throws IOException {
        System.setProperty("logback.configurationFile", "logback-ward.xml");
        System.setProperty("vigie.log", file().toString());
        var noise = new PrintStream(
                new FileOutputStream(dataDir.resolve("vigie.out").toFile(), true), true, StandardCharsets.UTF_8);
        System.setOut(noise);
        System.setErr(noise);
    }

    Path file() {
        return dataDir.resolve("vigie.log");
    }
}
