package eu.jalon.security.rights;

/** A method of HTTP and an address with its variables still in it. */
record Route(String method, String path) implements Comparable<Route> {

  /** Whether it only reads, the engine's queries that are sent included. */
  boolean reads() {
    return method.equals("GET") || path.matches("/camunda/api/.*/filter/\\{id}/[a-zA-Z]+");
  }

  @Override
  public int compareTo(Route other) {
    int byPath = path.compareTo(other.path);
    return byPath == 0 ? method.compareTo(other.method) : byPath;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
