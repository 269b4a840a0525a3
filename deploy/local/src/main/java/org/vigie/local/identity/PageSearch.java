package org.vigie.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vigie.local.identity.SearchedPlaces.IdentityPlace;

/** Searches pages that a ward serves, such as its metrics and its health. A refusal is searched too: its text may name somebody. */
record PageSearch(ByteSearch bytes) {
    SearchedPlaces search(List<URI> pages) throws IOException {
        List<IdentityPlace> found = new ArrayList<>();
        for (URI page : pages) {
            try (InputStream in = body(page)) {
                bytes.search(in).forEach(identity -> found.add(new IdentityPlace(page.toString(), identity)));
            }
        }
        return new SearchedPlaces("pages", pages.size(), found, List.of());
    }

    private static InputStream body(URI page) throws IOException {
        var connection = (HttpURLConnection) page.toURL().openConnection();
        return connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : Objects.requireNonNullElseGet(connection.getErrorStream(), InputStream::nullInputStream);
    }
}
