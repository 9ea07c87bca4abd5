CREATE TABLE [dbo].[b] ([id] int);
GO
