/** Lists the commands of {@code ./vigie}. Each module offers its own commands and decides what they do. */
package org.vigie.cli;
