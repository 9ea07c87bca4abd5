export const allVersions = ["1", "2"];
