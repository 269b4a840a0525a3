package org.vigie.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the picture of a preview with Debian's Chromium. */
record PreviewPicture(String name) {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Writes {@code docs/images/grafana/NAME.png}. */
    void write(String html) throws IOException, InterruptedException {
        Path page = Files.writeString(Files.createTempFile("preview", ".html"), html);
        Path picture = ShippedDashboards.GRAFANA.resolveSibling("docs/images/grafana/" + name + ".png");
        Files.createDirectories(picture.getParent());
        int code = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--window-size=1400,1100",
                        "--screenshot=" + picture.toAbsolutePath(),
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(CHROMIUM + " ended with " + code);
        }
    }
}
