package org.vigie.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a foreign web page makes a browser send: requests to a host name that was rebound to this machine, and requests from
 * another site's page.
 *
 * <p>Without configuration a server answers to loopback names and to the one address it is bound to. Behind a proxy or on a public
 * address the names that users type are configured; a request's own {@code Host} is never trusted.
 */
public final class RequestGuard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "[::]");
    private static final Set<Integer> USUAL_PORTS = Set.of(80, 443);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    /** Names that go with the port the server listens on. */
    private final Set<String> ownNames;
    /** Names as users type them, which may stand for a proxy with a port of its own. */
    private final List<HostAndPort> allowed;

    private final boolean answersLinks;

    private RequestGuard(Set<String> ownNames, List<HostAndPort> allowed, boolean answersLinks) {
        this.ownNames = ownNames;
        this.allowed = allowed;
        this.answersLinks = answersLinks;
    }

    /** Creates a guard for a server that is bound to loopback. */
    public static RequestGuard loopback() {
        return new RequestGuard(LOOPBACK, List.of(), false);
    }

    /**
     * @param bindAddress that the server listens on; {@code 0.0.0.0} and {@code ::} name nothing
     * @param allowedHosts further names, each with a port ({@code icu.example:8443}) or without; then the server's port, 80 and 443 fit
     * @throws IllegalArgumentException when one of them is no host name
     */
    public static RequestGuard of(String bindAddress, List<String> allowedHosts) {
        Set<String> own = new HashSet<>(LOOPBACK);
        String bound =
                bindAddress.contains(":") && !bindAddress.startsWith("[") ? "[" + bindAddress + "]" : bindAddress;
        if (!ANY_ADDRESS.contains(bound)) {
            own.add(HostAndPort.parse(bound)
                    .map(HostAndPort::name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "host: must be an address to listen on, was '" + bindAddress + "'")));
        }
        List<HostAndPort> further = new ArrayList<>();
        for (String host : allowedHosts) {
            further.add(HostAndPort.parse(host)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "allowedHosts: must be host names, each with a port or without, was '" + host + "'")));
        }
        return new RequestGuard(Set.copyOf(own), List.copyOf(further), false);
    }

    /** Also answers a link on another site that opens a page of this server. Only for a server whose GET requests change nothing. */
    public RequestGuard answeringLinks() {
        return new RequestGuard(ownNames, allowed, true);
    }

    /** Decides about a request; empty when it may be answered. */
    public Optional<RefusedRequest> refusal(RequestHead head) {
        List<String> hosts = head.all("Host");
        if (hosts.size() != 1) {
            return refuse(400, "Host: must be sent exactly once");
        }
        Optional<HostAndPort> host = HostAndPort.parse(hosts.get(0));
        if (host.isEmpty() || !isOwn(host.get(), head.port()) || !isOwnTarget(head)) {
            return refuse(
                    403, "Host: must be a loopback name with this server's port, or a name listed in allowedHosts");
        }
        return foreignPage(head);
    }

    private Optional<RefusedRequest> foreignPage(RequestHead head) {
        Optional<RefusedRequest> foreign = foreignAddress(head, "Origin");
        if (foreign.isPresent() || (answersLinks && isOpenedAsPage(head))) {
            return foreign;
        }
        return foreignAddress(head, "Referer").or(() -> foreignSite(head));
    }

    private Optional<RefusedRequest> foreignAddress(RequestHead head, String header) {
        return head.all(header).stream().allMatch(address -> isOwnAddress(address, head.port()))
                ? Optional.empty()
                : refuse(403, header + ": must be a page of this server");
    }

    private static Optional<RefusedRequest> foreignSite(RequestHead head) {
        return OWN_SITE.containsAll(head.all("Sec-Fetch-Site"))
                ? Optional.empty()
                : refuse(403, "Sec-Fetch-Site: must be same-origin or none");
    }

    private static boolean isOpenedAsPage(RequestHead head) {
        return head.method().equals("GET")
                && head.all("Sec-Fetch-Mode").equals(List.of("navigate"))
                && head.all("Sec-Fetch-Dest").equals(List.of("document"));
    }

    /** A target in absolute form takes the place of {@code Host}: RFC 9112, 3.2.2. */
    private boolean isOwnTarget(RequestHead head) {
        String target = head.target();
        return target.startsWith("/") || target.equals("*") || isOwnAddress(target, head.port());
    }

    private boolean isOwnAddress(String address, int port) {
        return HostAndPort.ofAddress(address)
                .filter(found -> isOwn(found, port))
                .isPresent();
    }

    private boolean isOwn(HostAndPort named, int port) {
        boolean ownPort = named.port().orElse(port) == port;
        return (ownNames.contains(named.name()) && ownPort)
                || allowed.stream().anyMatch(host -> isAllowed(host, named, ownPort));
    }

    private static boolean isAllowed(HostAndPort host, HostAndPort named, boolean ownPort) {
        if (!host.name().equals(named.name())) {
            return false;
        }
        if (named.port().isEmpty() || host.port().equals(named.port())) {
            return true;
        }
        return host.port().isEmpty()
                && (ownPort || USUAL_PORTS.contains(named.port().getAsInt()));
    }

    private static Optional<RefusedRequest> refuse(int status, String reason) {
        return Optional.of(new RefusedRequest(status, reason));
    }
}
