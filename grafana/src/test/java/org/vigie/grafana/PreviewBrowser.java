package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens the page of a preview in Debian's Chromium.
 *
 * @param chromium executable
 * @param folder where the page is written
 */
record PreviewBrowser(Path chromium, Path folder) {
    private static final Pattern MEASURED = Pattern.compile("id=\"measured\">(.*?)</script>", Pattern.DOTALL);
    private static final int WIDTH = 1280;

    /** Returns what the browser shows of each dashboard: {@code uid}, {@code mark}, and {@code panels} with {@code title, drawn, elsewhere}. */
    JsonNode measure(String html) throws IOException, InterruptedException {
        Matcher measured = MEASURED.matcher(run(html, List.of("--window-size=" + WIDTH + ",900", "--dump-dom")));
        if (!measured.find()) {
            throw new IOException("the page has measured nothing");
        }
        return new ObjectMapper().readTree(measured.group(1));
    }

    /** Writes the picture of a page that draws one dashboard. */
    void picture(String html, JsonNode dashboard, Path picture) throws IOException, InterruptedException {
        Files.createDirectories(picture.getParent());
        run(
                html,
                List.of(
                        "--window-size=" + WIDTH + "," + height(dashboard),
                        "--screenshot=" + picture.toAbsolutePath()));
    }

    /** Returns the height of the heading and of all rows of the grid, which are 28 pixels high with gaps of 6. */
    private static int height(JsonNode dashboard) {
        int rows = 0;
        for (JsonNode panel : dashboard.get("panels")) {
            rows = Math.max(
                    rows,
                    panel.at("/gridPos/y").asInt() + panel.at("/gridPos/h").asInt());
        }
        return 100 + 34 * rows;
    }

    private String run(String html, List<String> orders) throws IOException, InterruptedException {
        Path page = Files.writeString(Files.createTempFile(folder, "preview", ".html"), html);
        List<String> command =
                new ArrayList<>(List.of(chromium.toString(), "--headless", "--no-sandbox", "--disable-gpu"));
        command.add("--hide-scrollbars");
        command.addAll(orders);
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream shown = process.getInputStream()) {
            String text = new String(shown.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(chromium + " ended with " + process.exitValue());
            }
            return text;
        }
    }
}
