package org.vigie.station.login;

import java.net.URI;

/**
 * Tells where the browser goes to log in.
 *
 * @param address at the provider
 * @param state the browser keeps it and brings it back
 */
public record OidcRedirect(URI address, String state) {}
