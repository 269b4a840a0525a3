package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Reads the version of this release from the jar of the commands. Classes that are not packed have the version {@code development}. */
final class ReleaseVersion implements IVersionProvider {
    private static final String PACKED = "/META-INF/maven/org.vigie/vigie-cli/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"vigie " + release() + " (Java " + Runtime.version() + ")"};
    }

    private static String release() throws IOException {
        var properties = new Properties();
        try (InputStream packed = ReleaseVersion.class.getResourceAsStream(PACKED)) {
            if (packed != null) {
                properties.load(packed);
            }
        }
        return properties.getProperty("version", "development");
    }
}
