/** What all commands share: help, error messages, exit codes and the options of the Kafka connection. */
@NullMarked
package org.vigie.platform.command;

import org.jspecify.annotations.NullMarked;
