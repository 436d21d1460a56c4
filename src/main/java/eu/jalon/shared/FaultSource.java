package eu.jalon.shared;

import java.util.List;

/** A module that can tell what is wrong in it at present. */
public interface FaultSource {

  List<Fault> faults();
}
