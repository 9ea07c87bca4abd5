# What is installed, and the release archive of it: `cpack` in a release
# build writes migcheck-X.Y.Z-linux-x86_64.tar.gz.
include(GNUInstallDirs)
install(TARGETS migcheck RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
        COMPONENT migcheck)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT migcheck)

string(TOLOWER "${CMAKE_SYSTEM_NAME}" MIGCHECK_SYSTEM)
set(CPACK_GENERATOR TGZ)
set(CPACK_PACKAGE_VENDOR "the migcheck authors")
set(CPACK_PACKAGE_FILE_NAME
    "migcheck-${PROJECT_VERSION}-${MIGCHECK_SYSTEM}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_STRIP_FILES ON)
include(CPack)
