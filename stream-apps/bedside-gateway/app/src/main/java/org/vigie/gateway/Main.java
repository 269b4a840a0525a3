package org.vigie.gateway;

import org.vigie.platform.command.CommandRunner;

/** Starts the gateway as a process of its own; see {@link GatewayCommand}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandRunner.run(new GatewayCommand(), args));
    }
}
