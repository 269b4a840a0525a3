package org.vigie.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.vigie.local.identity.SearchedPlaces.IdentityPlace;

/** Searches pages that a ward serves, such as its metrics and its health. */
record PageSearch(ByteSearch bytes) {
    SearchedPlaces search(List<URI> pages) throws IOException {
        List<IdentityPlace> found = new ArrayList<>();
        for (URI page : pages) {
            try (InputStream in = page.toURL().openStream()) {
                bytes.search(in).forEach(identity -> found.add(new IdentityPlace(page.toString(), identity)));
            }
        }
        return new SearchedPlaces("pages", pages.size(), found, List.of());
    }
}
