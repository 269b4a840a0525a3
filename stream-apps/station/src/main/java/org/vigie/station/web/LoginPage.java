package org.vigie.station.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Shows how to log in, in French and English. The page needs no script. */
final class LoginPage {
    private static final String FOLDER = "/org/vigie/station/login/";

    private final byte[] style = read("login.css");
    private final String needed = new String(read("login.html"), StandardCharsets.UTF_8);
    private final String done = new String(read("welcome.html"), StandardCharsets.UTF_8);

    void style(Context request) {
        request.contentType("text/css").result(style);
    }

    void needed(Context request) {
        request.html(needed);
    }

    /** Opens the ward from a page of this origin: after a link from elsewhere the browser would not send the cookie. */
    void done(Context request) {
        request.html(done);
    }

    private static byte[] read(String name) {
        try (InputStream file =
                Objects.requireNonNull(LoginPage.class.getResourceAsStream(FOLDER + name), FOLDER + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name, e);
        }
    }
}
